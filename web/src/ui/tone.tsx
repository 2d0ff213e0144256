import { CheckCircleOutlined, ClockCircleOutlined, CloseCircleOutlined, InfoCircleOutlined, MinusCircleOutlined } from "@ant-design/icons";

/** What a state means for the reader; each tone has its own sign beside its colour. */
export type Tone = "good" | "note" | "wait" | "bad" | "plain";

const signs = {
  good: CheckCircleOutlined,
  note: InfoCircleOutlined,
  wait: ClockCircleOutlined,
  bad: CloseCircleOutlined,
  plain: MinusCircleOutlined,
};

export function ToneMark({ tone }: { tone: Tone }) {
  const Sign = signs[tone];
  return (
    <span className="hall-tone-mark" aria-hidden="true">
      <Sign />
    </span>
  );
}
