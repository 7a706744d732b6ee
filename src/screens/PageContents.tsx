interface PageContentsProps {
  /** The titles of the sections by their anchors, in the order of the page. */
  readonly sections: Readonly<Record<string, string>>;
}

/** What a page holds, as links to its sections. */
export function PageContents({ sections }: PageContentsProps) {
  return (
    <nav className="page-contents no-print" aria-labelledby="contents">
      <h2 id="contents" className="eyebrow">
        On this page
      </h2>
      <ul>
        {Object.entries(sections).map(([anchor, title]) => (
          <li key={anchor}>
            <a href={`#${anchor}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
