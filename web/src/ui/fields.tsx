import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Input } from "antd";
import { Link } from "react-router";
import { useField } from "./form-context.ts";
import { writePlainly } from "./plain-figure.ts";
import { useIsSearch } from "./search-form.tsx";

interface FieldProps {
  name: string;
  label: string;
  hint?: ReactNode;
  required?: boolean;
  defaultValue?: string;
}

interface FrameProps extends Pick<FieldProps, "label" | "hint" | "required">, Pick<FieldState, "id" | "error" | "ways"> {
  children: ReactNode;
}

interface TextFieldProps extends FieldProps {
  type?: "text" | "email" | "tel" | "url" | "search" | "date" | "month";
  /** `decimal` and `numeric` bring up a keyboard of figures; the value stays an exact text. */
  figures?: "decimal" | "numeric";
  autoComplete?: string;
  /** The field the person is led to when it appears. */
  takesFocus?: boolean;
  pattern?: string;
  /** What to say when the value does not match, instead of the general sentence. */
  invalid?: string;
  minLength?: number;
  maxLength?: number;
  min?: string;
  max?: string;
  /** The unit or sign after the value. */
  suffix?: string;
  /** As wide as what goes in: a code, a figure or a name. */
  width?: "short" | "middle" | "full";
}

export function TextField({ name, label, hint, required = false, type = "text", figures, invalid, suffix, width = "full", pattern, takesFocus = false, ...rest }: TextFieldProps) {
  const field = useField(name, hint);
  const format = pattern ?? (figures ? patterns[figures] : undefined);
  return (
    <Frame {...field} label={label} hint={hint} required={required}>
      <Input
        {...rest}
        {...controlOf(field)}
        {...(format !== undefined && { pattern: format })}
        className={`hall-width-${width}`}
        name={name}
        type={type}
        required={required}
        inputMode={figures ?? inputModes[type]}
        {...(figures !== undefined && { onBlur: writePlainly })}
        {...focusFor(takesFocus)}
        data-invalid={invalid}
        suffix={suffix}
      />
    </Frame>
  );
}

interface PasswordFieldProps extends FieldProps {
  autoComplete: "current-password" | "new-password";
  minLength?: number;
  takesFocus?: boolean;
}

export function PasswordField({ name, label, hint, required = true, autoComplete, minLength, takesFocus = false }: PasswordFieldProps) {
  const field = useField(name, hint);
  return (
    <Frame {...field} label={label} hint={hint} required={required}>
      <Input.Password
        {...controlOf(field)}
        {...(minLength !== undefined && { minLength })}
        name={name}
        required={required}
        autoComplete={autoComplete}
        {...focusFor(takesFocus)}
        visibilityToggle
      />
    </Frame>
  );
}

export function TextAreaField({ name, label, hint, required = false, defaultValue, maxLength, rows = 4 }: FieldProps & { maxLength?: number; rows?: number }) {
  const field = useField(name, hint);
  const limits = { ...(defaultValue !== undefined && { defaultValue }), ...(maxLength !== undefined && { maxLength, showCount: true }) };
  return (
    <Frame {...field} label={label} hint={hint} required={required}>
      <Input.TextArea {...limits} {...controlOf(field)} name={name} required={required} autoSize={{ minRows: rows, maxRows: 16 }} />
    </Frame>
  );
}

export interface Option {
  value: string;
  label: string;
  hint?: string;
  /** Is there to be seen, and cannot be chosen; the hint says why. */
  disabled?: boolean;
}

/** One of many; for up to five choices `RadioField` is kinder. */
export function SelectField({ name, label, hint, required = false, defaultValue = "", options }: FieldProps & { options: readonly Option[] }) {
  const { t } = useTranslation("ui");
  const isSearch = useIsSearch();
  const field = useField(name, hint);
  return (
    <Frame {...field} label={label} hint={hint} required={required}>
      <select {...plainControlOf(field)} className="hall-select" name={name} required={required} defaultValue={defaultValue}>
        <option value="">{t(isSearch ? "any" : "choose")}</option>
        {options.map(({ value, label: text }) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </Frame>
  );
}

export function RadioField({ name, label, hint, required = false, defaultValue, options }: FieldProps & { options: readonly Option[] }) {
  const field = useField(name, hint);
  return (
    <fieldset className="hall-field" id={field.id} aria-describedby={field.describedBy}>
      <legend id={`${field.id}-label`}>{label}</legend>
      <Small {...field} hint={hint} />
      {options.map(({ value, label: text, hint: note, disabled = false }) => (
        <label key={value} className="hall-choice">
          <input type="radio" name={name} value={value} required={required} defaultChecked={value === defaultValue} disabled={disabled} />
          <span>
            {text}
            {note !== undefined && <small>{note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** A box to tick: its value is `on`. */
export function CheckField({ name, label, hint, required = false, defaultChecked = false, invalid }: FieldProps & { defaultChecked?: boolean; invalid?: string }) {
  const field = useField(name, hint);
  return (
    <div className="hall-field">
      <Small {...field} hint={undefined} />
      <label className="hall-choice">
        <input {...plainControlOf(field)} type="checkbox" name={name} required={required} defaultChecked={defaultChecked} data-invalid={invalid} />
        <span>
          <span id={`${field.id}-label`}>{label}</span>
          {hint !== undefined && <small id={`${field.id}-hint`}>{hint}</small>}
        </span>
      </label>
    </div>
  );
}

interface CheckGroupProps extends Omit<FieldProps, "required" | "defaultValue"> {
  options: readonly Option[];
  checked?: readonly string[];
  /** What to say when none is ticked; none need be unless said. */
  wanting?: string;
}

/** Several boxes under one question; read them with `new FormData(form).getAll(name)`. */
export function CheckGroup({ name, label, hint, options, checked = [], wanting }: CheckGroupProps) {
  const field = useField(name, hint);
  return (
    <fieldset className="hall-field" id={field.id} aria-describedby={field.describedBy} name={name} data-wanting={wanting}>
      <legend id={`${field.id}-label`}>{label}</legend>
      <Small {...field} hint={hint} />
      {options.map(({ value, label: text, hint: note, disabled = false }) => (
        <label key={value} className="hall-choice">
          <input type="checkbox" name={name} value={value} defaultChecked={checked.includes(value)} disabled={disabled} />
          <span>
            {text}
            {note !== undefined && <small>{note}</small>}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

function Frame({ id, label, hint, required = false, error, ways, children }: FrameProps) {
  const isSearch = useIsSearch();
  const { t } = useTranslation("ui");
  return (
    <div className="hall-field">
      <label htmlFor={id}>
        <span id={`${id}-label`}>{label}</span>
        {!required && !isSearch && <small> {t("optional")}</small>}
      </label>
      <Small id={id} hint={hint} error={error} ways={ways} />
      {children}
    </div>
  );
}

export function Small({ id, hint, error, ways }: Pick<FrameProps, "id" | "hint" | "error" | "ways">) {
  return (
    <>
      {hint !== undefined && (
        <small id={`${id}-hint`} className="hall-hint">
          {hint}
        </small>
      )}
      {error !== null && (
        <strong id={`${id}-error`} className="hall-field-error">
          {error}
        </strong>
      )}
      {ways.map(({ name, to }) => (
        <Link key={to + name} to={to}>
          {name}
        </Link>
      ))}
    </>
  );
}

type FieldState = ReturnType<typeof useField>;

const plainControlOf = ({ id, error, describedBy }: FieldState) => ({ id, "aria-invalid": error !== null, "aria-describedby": describedBy });

const controlOf = (field: FieldState) => ({ ...plainControlOf(field), ...(field.error !== null && { status: "error" as const }) });

/** A dialog that opens with the field in it must look for the mark: React focuses before the dialog shows, and writes no attribute the browser would heed. */
const focusFor = (takesFocus: boolean) => (takesFocus ? { autoFocus: true, "data-takes-focus": true } : {});

const patterns = { decimal: "-?[0-9]+(\\.[0-9]+)?", numeric: "[0-9]+" };

const inputModes = { text: "text", email: "email", tel: "tel", url: "url", search: "search", date: "none", month: "none" } as const;
