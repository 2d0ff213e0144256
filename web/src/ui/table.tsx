import { useId, type ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { Cursor } from "../lib/use-cursor.ts";
import { Button } from "./button.tsx";
import { Empty } from "./empty.tsx";
import "./table.css";

export interface Connection<Node> {
  edges: readonly { node: Node }[];
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
  totalCount?: number;
}

export interface Column<Node> {
  key: string;
  title: string;
  render: (node: Node) => ReactNode;
  /** Figures stand under each other, aligned at their end. */
  numeric?: boolean;
  /** A number of a record or a day is never broken over two lines. */
  unbroken?: boolean;
  /** A name or a sentence has room for a few words on a line; the first column always has, unless it is a number. */
  roomy?: boolean;
  /** Holds buttons alone, which say nothing on paper. */
  screenOnly?: boolean;
}

interface TableProps<Node extends { id: string }> {
  of: Connection<Node>;
  /** What the rows are, for who cannot see the heading above; shown when `captioned`. */
  caption: string;
  columns: readonly Column<Node>[];
  /** From `useCursor`; a list that is always whole needs none. */
  cursor?: Cursor;
  /** What to say when there is nothing, and what to do about it. */
  empty?: ReactNode;
  captioned?: boolean;
}

/** Rows of a connection; on a narrow screen each row becomes a card. The first column names its row. */
export function Table<Node extends { id: string }>({ of, caption, columns, cursor, empty, captioned = false }: TableProps<Node>) {
  const captionId = useId();
  if (of.edges.length === 0 && (cursor?.atStart ?? true)) return <>{empty ?? <Empty />}</>;
  return (
    <div className="hall-table-frame">
      <div className="hall-table-scroll" role="region" aria-labelledby={captionId} tabIndex={0}>
        <table className="hall-table">
          <caption id={captionId} className={captioned ? "" : "hall-hidden"}>
            {caption}
          </caption>
          <thead>
            <tr>
              {columns.map(({ key, title, ...column }, index) => (
                <th key={key} scope="col" className={cellClass(column, index)}>
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {of.edges.map(({ node }) => (
              <TableRow key={node.id} node={node} columns={columns} />
            ))}
          </tbody>
        </table>
      </div>
      {cursor !== undefined && <Pager cursor={cursor} of={of} />}
    </div>
  );
}

/** A list that is always whole, in the shape the table reads. */
export const whole = <Node,>(nodes: readonly Node[]): Connection<Node> => ({
  edges: nodes.map((node) => ({ node })),
  pageInfo: { hasNextPage: false },
});

function TableRow<Node>({ node, columns }: { node: Node; columns: readonly Column<Node>[] }) {
  return (
    <tr>
      {columns.map(({ key, title, render, ...column }, index) => {
        const content = <div>{render(node)}</div>;
        const shared = { className: cellClass(column, index), "data-title": title };
        return index === 0 ? (
          <th key={key} scope="row" {...shared}>
            {content}
          </th>
        ) : (
          <td key={key} {...shared}>
            {content}
          </td>
        );
      })}
    </tr>
  );
}

function Pager({ cursor, of }: { cursor: Cursor; of: Connection<unknown> }) {
  const { t } = useTranslation("ui");
  const { hasNextPage, endCursor } = of.pageInfo;
  if (cursor.atStart && !hasNextPage) return of.totalCount === undefined ? null : <p className="hall-pager">{t("pager.total", { count: of.totalCount })}</p>;
  return (
    <nav className="hall-pager hall-screen-only" aria-label={t("pager.label")}>
      {of.totalCount !== undefined && <span>{t("pager.total", { count: of.totalCount })}</span>}
      <Button onClick={cursor.toStart} disabled={cursor.atStart}>
        {t("pager.first")}
      </Button>
      <Button onClick={cursor.toPrevious} disabled={cursor.atStart}>
        {t("pager.previous")}
      </Button>
      <Button onClick={() => cursor.toNext(endCursor ?? "")} disabled={!hasNextPage}>
        {t("pager.next")}
      </Button>
    </nav>
  );
}

type Kind = Pick<Column<unknown>, "numeric" | "unbroken" | "roomy" | "screenOnly">;

const cellClass = (kind: Kind, index: number) => {
  const roomy = kind.roomy ?? (index === 0 && !kind.unbroken && !kind.numeric);
  const classes: [boolean | undefined, string][] = [[kind.screenOnly, "hall-screen-only"], [kind.numeric, "hall-numeric"], [kind.unbroken, "hall-unbroken"], [roomy, "hall-roomy"]];
  return classes.filter(([holds]) => holds).map(([, name]) => name).join(" ");
};
