import "./parts.css";

/** What somebody wrote, with the lines they broke it into. */
export const Words = ({ children }: { children: string }) => <p className="hall-words">{children}</p>;
