export interface ComposeEffects {
	/** Looks for Compose, and reads the files of the project on the screen again. */
	readProjects(): void;
	/** What Compose makes of the files of a project, with its secrets covered. */
	showConfig(project: string): void;
}
