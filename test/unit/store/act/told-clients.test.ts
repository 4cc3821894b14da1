import {expect, test} from 'vitest';
import {clientsWanted, withClients} from '../../../../source/store/act/told-clients.ts';
import type {Confirm, Overlay} from '../../../../source/store/overlay.ts';
import {refOf, startMillis} from '../../../helpers/builders.ts';

const of = [refOf('api')];
const confirm: Confirm = {
	title: 'Restart api?',
	lines: [],
	clients: {of},
	request: {kind: 'action', action: {verb: 'restart'}, targets: []},
};
const asked: Overlay = {kind: 'confirm', confirm, sinceMillis: startMillis};
const help: Overlay = {kind: 'help', top: 0};

const clientsIn = (overlay: Overlay | undefined) =>
	overlay?.kind === 'confirm' ? overlay.confirm.clients : undefined;

test('a question wants it until it is answered', () => {
	expect(clientsWanted([asked])).toBe(of);
	const answered = withClients([asked], {type: 'clients/counted', of, sentence: 'Nobody is.'});
	expect(clientsIn(answered[0])).toEqual({of, sentence: 'Nobody is.'});
	expect(clientsWanted(answered)).toBeUndefined();
});

test('the answer to another question, or to one that is closed, changes nothing', () => {
	const overlays = [asked, help];
	const other = {type: 'clients/counted', of: [refOf('api')], sentence: 'x'} as const;
	expect(withClients(overlays, other)).toBe(overlays);
	expect(withClients([help], {type: 'clients/counted', of, sentence: 'x'})).toEqual([help]);
	// What lies over the question does not want it, and hides it only.
	expect(clientsWanted(overlays)).toBeUndefined();
	expect(clientsIn(withClients(overlays, {type: 'clients/counted', of, sentence: 'x'})[0])).toEqual(
		{
			...{of, sentence: 'x'},
		},
	);
});
