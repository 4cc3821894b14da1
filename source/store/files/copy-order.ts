import type {ContainerKey} from '../../model/ids.ts';

/** What of this machine is to be copied into which folder of which container. */
export interface CopyInOrder {
	readonly key: ContainerKey;
	/** As it was typed, or absolute. */
	readonly from: string;
	readonly folder: string;
	/** A file that is there already may be replaced by it; that was asked. */
	readonly mayReplace?: true;
}
