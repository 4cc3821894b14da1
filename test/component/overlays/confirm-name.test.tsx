import {expect, test} from 'vitest';
import {actionTarget} from '../../../source/store/act/action-request.ts';
import type {ConfirmRequest, Overlay} from '../../../source/store/overlay.ts';
import {keyOf, ofProject, refOf, startMillis} from '../../helpers/builders.ts';
import {openApp} from '../../helpers/open-app.tsx';
import {scenes} from '../../helpers/view-states.ts';

const target = {ref: refOf('shop-api-1'), title: 'shop/api'};
const targets = [actionTarget(ofProject('shop', 'api'))];
const copy = {kind: 'copy-in', key: keyOf('shop-api-1'), from: '/a', folder: '/srv'} as const;
const program = {kind: 'program', name: 'x', show: 'output', text: 'x'} as const;

test.each<[string, ConfirmRequest, string]>([
	['a removal', {kind: 'action', action: {verb: 'remove'}, targets}, 'cannot be undone'],
	['a restart', {kind: 'action', action: {verb: 'restart'}, targets}, 'default: No'],
	['a debug container', {kind: 'debug', request: {target, image: 'busybox'}}, 'default: No'],
	['a copy', copy, 'default: No'],
	['a copy over a file', {...copy, mayReplace: true}, 'cannot be undone'],
	['volumes', {...program, argv: ['docker-compose', 'down', '--volumes']}, 'cannot be undone'],
	['up', {...program, argv: ['docker-compose', 'up']}, 'default: No'],
])('of %s the name is typed, and what is lost is said', async (_what, request, words) => {
	const overlay: Overlay = {
		...{kind: 'confirm-name', expected: 'shop-api-1', text: '', sinceMillis: startMillis},
		confirm: {title: 'Do it?', lines: [], request},
	};
	const app = await openApp(scenes.ready().open(overlay), {columns: 80, rows: 24});
	const frame = app.lastFrame();
	expect(frame).toContain(words);
	expect(frame).toContain('type shop-api-1 to confirm');
});
