/** Outlines on a grid of 24; drawn here so that all have one weight. */
const PATHS = {
  home: 'M4 11 12 4l8 7M6 10v10h12V10M10 20v-6h4v6',
  goals: 'M12 3a9 9 0 1 0 9 9M12 7.5a4.5 4.5 0 1 0 4.5 4.5M12 12l8-8M16.5 4v3.5H20',
  data: 'M4 6c0-4 16-4 16 0s-16 4-16 0v12c0 4 16 4 16 0V6M4 12c0 4 16 4 16 0',
  measures: 'M4 20h16M7 20v-7M12 20V5M17 20v-10',
  schemes: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5',
  runs: 'M5 4h14v16H5zM8 7.5h8M8 12h.01M12 12h.01M16 12h.01M8 16h.01M12 16h.01M16 16h.01',
  reviews: 'M4 5h16v11h-9l-4 4v-4H4zM9 10.5l2 2 4-4',
  incentives: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M8.5 7.5 12 12l3.5-4.5M12 12v5M9 12.5h6M9 15h6',
  growth: 'M4 19 10 12l4 4 6-9M15 7h5v5',
  insight: 'M3 12s3.500-6 9-6 9 6 9 6-3.500 6-9 6-9-6-9-6M12 9.500a2.500 2.500 0 1 0 0 5 2.500 2.500 0 0 0 0-5',
  org: 'M9 4h6v5H9zM3 16h6v4H3zM15 16h6v4h-6zM12 9v4M6 16v-3h12v3',
  settings: 'M4 7h9M17 7h3M15 5v4M4 12h3M11 12h9M9 10v4M4 17h11M19 17h1M17 15v4',
  search: 'M10.500 4a6.500 6.500 0 1 0 0 13 6.500 6.500 0 0 0 0-13M15.500 15.500 20 20',
  columns: 'M4 5h16v14H4zM9.500 5v14M15 5v14',
  export: 'M12 4v11M8 11l4 4 4-4M5 19h14',
  menu: 'M4 7h16M4 12h16M4 17h16',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.500 1.500h-15zM10 20.500h4',
  person: 'M12 4a4 4 0 1 0 0 8 4 4 0 0 0 0-8M4 20c1-7 15-7 16 0',
  language: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M3 12h18M12 3c-5 5-5 13 0 18M12 3c5 5 5 13 0 18',
  down: 'M7 10l5 5 5-5',
  left: 'M14 7l-5 5 5 5',
  right: 'M10 7l5 5-5 5',
  check: 'M5 12.500 10 17.500 19 7.500',
  close: 'M6 6l12 12M18 6 6 18',
  chart: 'M4 4v16h16M8 16v-5M12 16V8M16 16v-3',
  table: 'M4 5h16v14H4zM4 10h16M10 10v9',
  picture: 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15 9h.01',
  why: 'M12 3a9 9 0 1 0 0 18 9 9 0 0 0 0-18M9.500 9.500a2.500 2.500 0 1 1 3.500 2.300c-.7.300-1 .800-1 1.700M12 16.500v.2',
  out: 'M14 4h5v16h-5M4 12h10M8 8l-4 4 4 4',
} as const

export type IconName = keyof typeof PATHS

/** A picture beside a word, never instead of it: hidden from screen readers. */
export function Icon({ name, size = 16 }: { readonly name: IconName; readonly size?: number }) {
  return (
    <svg
      viewBox="0 0 24 24"
      width={size}
      height={size}
      aria-hidden="true"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.7"
      strokeLinecap="round"
      strokeLinejoin="round"
      style={{ flex: 'none' }}
    >
      <path d={PATHS[name]} />
    </svg>
  )
}
