/** Loads the demonstration into an empty database. There is none yet: this says so and leaves it empty. */
export async function seedIfEmpty({ log }: { log: (message: string) => void }): Promise<void> {
  log("There is no demonstration to load yet.");
}
