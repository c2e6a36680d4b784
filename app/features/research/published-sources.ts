/** Where figures of others were published. `cited`: how the collection they were taken from names it. */
export const PUBLISHED_SOURCES = {
  survey2015: {
    name: "Local Trust, release of 3 November 2015 (a kept copy)",
    href: "https://localtrust.knightstudiosdevelopment.com/news/news-releases/local-authorities-support-greater-power-to-residents-as-key-to-success-in-face-of-funding-cuts",
    cited:
      "localtrust.knightstudiosdevelopment.com/news/news-releases/local-authorities-support-greater-power-to-residents-as-key-to-success-in-face-of-funding-cuts",
  },
  members2016: {
    name: "Local Trust, on the members of partnerships in 2016",
    href: "https://localtrust.org.uk/news-and-stories/blog/how-many-people-are-on-big-local-partnerships/",
    cited: "https://localtrust.org.uk/news-and-stories/blog/how-many-people-are-on-big-local-partnerships/",
  },
  members2017: {
    name: "Local Trust, on the members of partnerships from 2015 to 2017",
    href: "https://localtrust.org.uk/news-and-stories/blog/the-more-things-change/",
    cited: "https://localtrust.org.uk/news-and-stories/blog/the-more-things-change/",
  },
  members2018: {
    name: "Local Trust, survey of partnership members, 2018",
    href: "https://localtrust.org.uk/?p=11600",
    cited: "https://localtrust.org.uk/?p=11600",
  },
  spend: {
    name: "Learning from Big Local, spending of the whole programme",
    href: "https://www.learningfrombiglocal.org.uk/resources/programme-level-spend",
    cited: "https://www.learningfrombiglocal.org.uk/resources/programme-level-spend",
  },
  fifty: {
    name: "Local Trust, release on the fiftieth area",
    href: null,
    cited: "localtrust.org.uk press release 50 areas",
  },
  hundred: {
    name: "Local Trust, on the hundredth area",
    href: "https://localtrust.org.uk/?p=37319",
    cited: "https://localtrust.org.uk/?p=37319",
  },
  first: {
    name: "LocalGov, on the first area",
    href: "https://www.localgov.co.uk/First-Big-Local-area-distributes-1.15m-grant/54441",
    cited: "https://www.localgov.co.uk/First-Big-Local-area-distributes-1.15m-grant/54441",
  },
  allenton: {
    name: "Big Local Allenton, quoting Local Trust, September 2018",
    href: "http://www.biglocalallenton.co.uk/",
    cited: "http://www.biglocalallenton.co.uk/",
  },
  storyOverview: {
    name: "Our Bigger Story, overview",
    href: "http://beyondtheearlyyears.ourbiggerstory.com/overview-works.html",
    cited: "http://beyondtheearlyyears.ourbiggerstory.com/overview-works.html",
  },
  storyFull: {
    name: "Our Bigger Story, report",
    href: "http://beyondtheearlyyears.ourbiggerstory.com/full-works.html",
    cited: "http://beyondtheearlyyears.ourbiggerstory.com/full-works.html",
  },
  lottery: {
    name: "Big Lottery Fund, release of 29 February 2012",
    href: null,
    cited: "wired-gov.net",
  },
} as const;

export type PublishedSource = keyof typeof PUBLISHED_SOURCES;
