interface PageContentsProps {
  /** The titles of the sections by their anchors, in the order of the page. */
  readonly sections: Readonly<Record<string, string>>;
}

/** What a page contains, as links to its sections: folded above the text, or beside it where there is room. */
export function PageContents({ sections }: PageContentsProps) {
  return (
    <nav className="page-contents no-print" aria-label="On this page">
      <details>
        <summary className="eyebrow">On this page</summary>
        <ul>
          {Object.entries(sections).map(([anchor, title]) => (
            <li key={anchor}>
              <a href={`#${anchor}`}>{title}</a>
            </li>
          ))}
        </ul>
      </details>
    </nav>
  );
}
