import type {ContainerKey} from '../../model/ids.ts';
import type {GroupName} from '../../store/names.ts';
import type {TabId} from '../../store/tabs.ts';
import type {Command} from '../command.ts';

/** Something the palette offers. `id` stays the same as long as it means the same. */
export type Entry = {
	readonly id: string;
	/** What is read and searched; foreign text. */
	readonly title: string;
} & (
	| {readonly kind: 'command' | 'view'; readonly command: Command}
	| {readonly kind: 'tab'; readonly tab: TabId}
	| {readonly kind: 'group'; readonly group: GroupName}
	| {readonly kind: 'container'; readonly key: ContainerKey}
);
