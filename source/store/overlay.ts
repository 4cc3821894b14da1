import type {ColumnRow} from '../model/column-choice.ts';
import type {ContainerKey} from '../model/ids.ts';
import type {LogPattern} from '../model/logs/log-pattern.ts';
import type {
	DebugRequest,
	ShellRequest,
	ShellTarget,
	SplitRequest,
} from '../model/shell-request.ts';
import type {ProgramRequest} from '../model/user-command.ts';
import type {ActionRequest, ActionTarget} from './act/action-request.ts';
import type {BulkPlan} from './act/bulk-state.ts';
import type {ClientsAsked} from './act/clients-asked.ts';
import type {OpenForm} from './act/form.ts';
import type {TabPlace} from './detail/detail-state.ts';
import type {CopyInOrder} from './files/copy-order.ts';
import type {LogEntry} from './logs/log-entry.ts';
import type {LogsState} from './logs/logs-state.ts';
import type {Names} from './names.ts';

/** What lies over the panes. */
export type Overlay =
	/** `top`: lines scrolled away. */
	| {readonly kind: 'help'; readonly top: number}
	/** A key is looked for in the help. */
	| {readonly kind: 'keys'; readonly top: number; readonly text: string}
	/**
	 * `names`: as of the last key, so that no entry moves by itself. `chosen`: what the selection rests on,
	 * undefined for whatever is first. `lookedAt`: how far the search is.
	 */
	| {
			readonly kind: 'palette';
			readonly text: string;
			readonly names: Names;
			readonly chosen?: string;
			readonly lookedAt?: number;
	  }
	| {readonly kind: 'messages'; readonly top: number}
	/** The entry itself, because the buffer may drop it meanwhile. */
	| {readonly kind: 'entry'; readonly top: number; readonly entry: LogEntry}
	| {readonly kind: 'output'; readonly top: number}
	/** A file of a container, as `files.viewed` holds it. */
	| {readonly kind: 'file'; readonly top: number}
	/** The path on this machine of what is to be copied into the folder. */
	/** Into which folder of which container, as it was when it was asked for; the name is foreign text. */
	| {
			readonly kind: 'put';
			readonly text: string;
			readonly key: ContainerKey;
			readonly name: string;
			readonly folder: string;
	  }
	/** A path of the container whose files are shown; the name is foreign text. */
	| {
			readonly kind: 'path';
			readonly text: string;
			readonly key: ContainerKey;
			readonly name: string;
	  }
	| {readonly kind: 'moment'; readonly text: string}
	/** How many replicas of a service there should be, or what is to be run in one of its own. */
	| {
			readonly kind: 'compose-line';
			readonly verb: 'scale' | 'run' | 'run-terminal';
			readonly project: string;
			readonly service: string;
			readonly text: string;
			readonly problem?: string;
	  }
	| {readonly kind: 'sort'; readonly index: number}
	| {readonly kind: 'grouping'; readonly index: number}
	/** The one that the cursor is on; without a name that of the terminal. */
	| {readonly kind: 'theme'; readonly name?: string}
	/** A label to group by. */
	| {readonly kind: 'label'; readonly text: string}
	| {readonly kind: 'columns'; readonly index: number; readonly rows: readonly ColumnRow[]}
	/** What of the log is to be copied or saved, or how the figures are. */
	| {readonly kind: 'take'; readonly verb: 'copy' | 'save' | 'export'; readonly index: number}
	| {
			readonly kind: 'filter';
			readonly text: string;
			readonly recalled?: number;
			readonly before: string;
	  }
	/** The same for the screen of events. */
	| {readonly kind: 'narrow'; readonly text: string; readonly before: string}
	/** `before`: what Esc goes back to. `recalled`: which of what was typed before, from the newest. */
	| {
			readonly kind: 'search';
			readonly text: string;
			readonly recalled?: number;
			readonly before: Pick<LogsState, 'search' | 'held'>;
	  }
	/** In a tab other than the log. `before`: what Esc goes back to. */
	| {
			readonly kind: 'find';
			readonly text: string;
			readonly before: {readonly find?: LogPattern; readonly place?: TabPlace};
	  }
	/** What the inspect of the selection is to be compared with. */
	| {readonly kind: 'compare'; readonly index: number}
	/** `others`: those there are beside what is typed. */
	| {
			readonly kind: 'pattern';
			readonly sense: 'keep' | 'exclude';
			readonly text: string;
			readonly recalled?: number;
			readonly others: readonly LogPattern[];
			readonly before: readonly LogPattern[];
	  }
	| {readonly kind: 'sources'; readonly index: number}
	| {readonly kind: 'since'; readonly index: number}
	| {readonly kind: 'chips'; readonly index: number}
	/** What is to be done to many, before a yes; without a plan how far the latest run is. */
	| {
			readonly kind: 'bulk';
			readonly top: number;
			readonly plan?: BulkPlan;
			readonly sinceMillis: number;
	  }
	| {readonly kind: 'confirm'; readonly confirm: Confirm; readonly sinceMillis: number}
	/** Yes is the name, typed. `sinceMillis`: when it was last typed at. */
	| {
			readonly kind: 'confirm-name';
			readonly confirm: Confirm;
			readonly expected: string;
			readonly text: string;
			readonly sinceMillis: number;
	  }
	/** What can be done to the targets, which stay those of when it was opened; or to a subject. */
	| {
			readonly kind: 'menu';
			readonly menu: MenuId;
			readonly targets: readonly ActionTarget[];
			readonly subject?: string;
			/** Of the menus of what a container has several of, and the one that was chosen there. */
			readonly what?: CopyPart;
			readonly id?: string;
			readonly index: number;
	  }
	| ({readonly kind: 'form'} & OpenForm);

/** What it offers is found by it. */
export type MenuId =
	| 'actions'
	| 'signals'
	| 'copy'
	| 'copy-part'
	| 'copy-secret'
	| 'ports'
	| 'no-shell';

/** What a container has several of that can be copied. */
export type CopyPart = 'networks' | 'ports' | 'mounts' | 'labels' | 'env';

export interface Confirm {
	readonly title: string;
	/** What it names and what follows; one line each. */
	readonly lines: readonly string[];
	/** So many of them, from the first on, name what it is about; none unless told. */
	readonly named?: number;
	readonly clients?: ClientsAsked;
	readonly request: ConfirmRequest;
	/** What the docker CLI would be given for the same. */
	readonly commands?: readonly (readonly string[])[];
}

/** What is done after a yes. */
export type ConfirmRequest =
	| ({readonly kind: 'action'} & ActionRequest)
	| {readonly kind: 'bulk'; readonly plan: BulkPlan}
	| {readonly kind: 'bulk-retry'}
	| ({readonly kind: 'program'} & ProgramRequest)
	| {readonly kind: 'shell'; readonly request: ShellRequest}
	| {readonly kind: 'attach'; readonly target: ShellTarget}
	| {readonly kind: 'debug'; readonly request: DebugRequest}
	| {readonly kind: 'split'; readonly request: SplitRequest}
	| ({readonly kind: 'copy-in'} & CopyInOrder);
