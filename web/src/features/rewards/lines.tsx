import { Stack } from "../../ui/stack.tsx";

/** Short sentences, each on a line of its own. */
export const Lines = ({ of }: { of: readonly string[] }) => (
  <Stack gap="small">
    {of.map((line) => (
      <span key={line}>{line}</span>
    ))}
  </Stack>
);
