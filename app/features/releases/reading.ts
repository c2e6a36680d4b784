import python from "./reading/read-release.py?raw";
import r from "./reading/read-release.r?raw";
import pandas from "./reading/read-release-pandas.py?raw";

/** How a release is read in a language: what the page shows, docs/research-data.md prints, and a test runs. */
export const READING = [
  { id: "r", language: "R", code: r },
  { id: "pandas", language: "Python with pandas", code: pandas },
  { id: "python", language: "Python alone", code: python },
] as const;
