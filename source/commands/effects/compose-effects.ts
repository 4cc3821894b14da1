import type {Container} from '../../model/container.ts';
import type {BulkPlan} from '../../store/act/bulk-state.ts';

/** What is asked about while nobody knows in which order it would be done. */
export interface UnorderedBulk {
	/** As it is shown. */
	readonly plan: BulkPlan;
	readonly containers: readonly Container[];
	/** Those whose files are to be read for it. */
	readonly projects: readonly string[];
}

export interface ComposeEffects {
	/** Looks for Compose, and reads the files of the project on the screen again. */
	readProjects(): void;
	/** What Compose makes of the files of a project, with its secrets covered. */
	showConfig(project: string): void;
	/** Reads the files of these projects for some seconds, and shows the plan again if it is still asked about. */
	orderBulk(bulk: UnorderedBulk): void;
	/** Looks which volumes would go with a project, and asks. */
	askDownVolumes(project: string): void;
}
