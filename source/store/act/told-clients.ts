import type {ContainerRef} from '../../model/ids.ts';
import type {Overlay} from '../overlay.ts';
import type {BulkWords} from './bulk-state.ts';
import type {ClientsAction, ClientsAsked} from './clients-asked.ts';

type Asking = {readonly clients?: ClientsAsked};

const questionIn = (overlay: Overlay | undefined): Asking | BulkWords | undefined => {
	if (overlay?.kind === 'bulk') return overlay.plan;
	return overlay?.kind === 'confirm' || overlay?.kind === 'confirm-name'
		? overlay.confirm
		: undefined;
};

/** Of which containers a question on the screen wants to know it; undefined where none does. */
export const clientsWanted = (
	overlays: readonly Overlay[],
): readonly ContainerRef[] | undefined => {
	const clients = questionIn(overlays.at(-1))?.clients;
	return clients?.sentence === undefined ? clients?.of : undefined;
};

/** What was found out goes into the question that wants it, where that is still open. */
export const withClients = (
	overlays: readonly Overlay[],
	counted: ClientsAction,
): readonly Overlay[] =>
	overlays.some(overlay => questionIn(overlay)?.clients?.of === counted.of)
		? overlays.map(overlay => answered(overlay, counted))
		: overlays;

const answered = (overlay: Overlay, counted: ClientsAction): Overlay => {
	if (overlay.kind === 'bulk' && overlay.plan !== undefined)
		return {...overlay, plan: told(overlay.plan, counted)};
	return overlay.kind === 'confirm' || overlay.kind === 'confirm-name'
		? {...overlay, confirm: told(overlay.confirm, counted)}
		: overlay;
};

const told = <Question extends Asking>(question: Question, counted: ClientsAction): Question => {
	const {of, sentence} = counted;
	return question.clients?.of === of ? {...question, clients: {of, sentence}} : question;
};
