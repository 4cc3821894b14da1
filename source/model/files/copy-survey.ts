import type {FileFacts} from './file-entry.ts';

/** What a copy into a container would do, as it was looked at before. */
export interface CopySurvey {
	/** Absolute, of this machine. */
	readonly from: string;
	/** Where it will be in the container. */
	readonly target: string;
	readonly kind: 'file' | 'folder';
	/** Its permissions, which it keeps. */
	readonly mode: number;
	readonly files: number;
	readonly bytes: number;
	/** Links, devices, and names that are no text. */
	readonly leftOut: number;
	/** False where there is more than was counted in time. */
	readonly isWhole: boolean;
	/** The file that it would replace. */
	readonly replaced?: FileFacts;
}
