/** An address that, where it must, breaks before its domain. */
export function EmailAddress({ of }: { of: string }) {
  const at = of.lastIndexOf("@") + 1;
  return (
    <>
      {of.slice(0, at)}
      <wbr />
      {of.slice(at)}
    </>
  );
}
