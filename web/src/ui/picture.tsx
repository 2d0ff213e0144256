import "./parts.css";

/** A drawing the server made, shown as a picture so that nothing in it can run. */
export const Picture = ({ svg, alt }: { svg: string; alt: string }) => (
  <img className="hall-picture" src={`data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`} alt={alt} width={208} height={208} />
);
