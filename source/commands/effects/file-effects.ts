import type {ContainerKey} from '../../model/ids.ts';
import type {CopyInOrder} from '../../store/files/copy-order.ts';

/** Files that leave a container or go into one, and addresses that leave dockmon. */
export interface FileEffects {
	/** A file, or a folder with all that is in it, into the current directory; never over what is there. */
	copyOut(key: ContainerKey, path: string): void;
	/** Looks at what would be copied and at what is there, and asks. */
	askCopyIn(order: CopyInOrder): void;
	/** A file or folder of this machine into a folder of a container; never over what was not asked about. */
	copyIn(order: CopyInOrder): void;
	cancelCopy(): void;
	/** In the browser of the user, where there is one; else it is shown and copied. */
	openUrl(url: string): void;
}
