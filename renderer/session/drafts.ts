/**
 * Text that is being typed and is no gesture yet: in a cell's editor, in a form's field. Before a save, an export or a close it is
 * made one, as Enter would.
 */
export class Drafts {
  private readonly owners = new Set<() => boolean>();

  /** Adds an editor; `commit` says whether its text could be taken. Gives back how to take it off again. */
  register(commit: () => boolean): () => void {
    this.owners.add(commit);
    return () => this.owners.delete(commit);
  }

  /** Commits every open editor; false where one keeps its text because it is no figure. */
  commitAll(): boolean {
    return [...this.owners].every((commit) => commit());
  }
}
