import { createContext, useContext, useId, type ReactNode, type SyntheticEvent } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./button.tsx";
import { FormContext, type Values } from "./form-context.ts";
import { Columns } from "./stack.tsx";
import "./form.css";

const SearchContext = createContext(false);

/** Whether a field stands in a search, where none is needed and an empty one does not narrow. */
export const useIsSearch = () => useContext(SearchContext);

interface SearchFormProps {
  children: ReactNode;
  /** What is wanted, by the fields' names; an empty text does not narrow. */
  onSearch: (values: Values) => unknown;
}

/** What a list is narrowed by, above it. */
export function SearchForm({ children, onSearch }: SearchFormProps) {
  const { t } = useTranslation("ui");
  const id = useId();
  const search = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const entries = [...new FormData(event.currentTarget)];
    onSearch(Object.fromEntries(entries.map(([name, value]) => [name, typeof value === "string" ? value.trim() : ""])));
  };
  return (
    <FormContext value={{ id, errors: [] }}>
      <SearchContext value={true}>
        <form className="hall-search hall-screen-only" role="search" onSubmit={search}>
          <Columns>{children}</Columns>
          <Button type="submit">{t("search")}</Button>
        </form>
      </SearchContext>
    </FormContext>
  );
}
