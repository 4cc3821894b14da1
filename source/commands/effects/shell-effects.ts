import type {
	DebugRequest,
	ShellRequest,
	ShellTarget,
	SplitRequest,
} from '../../model/shell-request.ts';

/** What concerns programs inside of containers. */
export interface ShellEffects {
	openShell(request: ShellRequest): void;
	/** Joins the first process of the container. */
	attach(target: ShellTarget): void;
	/** Looks which images there are, and asks which one it shall be. */
	askDebug(target: ShellTarget): void;
	openDebug(request: DebugRequest): void;
	split(request: SplitRequest): void;
}
