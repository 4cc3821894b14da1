import {expect, test} from 'vitest';
import {copyInQuestion} from '../../../../source/commands/act/ask-copy-in.ts';
import type {ActionPolicy} from '../../../../source/model/act/policy.ts';
import {usualPolicy} from '../../../../source/model/act/policy.ts';
import type {CopySurvey} from '../../../../source/model/files/copy-survey.ts';
import type {Overlay} from '../../../../source/store/overlay.ts';
import {keyOf, ofProject, someDetails, startMillis} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const api = ofProject('shop', 'api', {details: someDetails({user: 'app'})});
const order = {key: keyOf('shop-api-1'), from: '/home/ann/site', folder: '/srv'};
const survey: CopySurvey = {
	...{from: '/home/ann/site', target: '/srv/site', kind: 'folder', mode: 0o750},
	...{files: 12, bytes: 3_500_000, leftOut: 3, isWhole: true},
};

const ask = (change: Partial<CopySurvey> = {}, policy: ActionPolicy = usualPolicy) => {
	const user = new User({containers: [api], policy});
	const overlay = copyInQuestion(user.state, api, order, {...survey, ...change}, startMillis);
	return {user, overlay, lines: linesOf(overlay)};
};

const linesOf = (overlay: Overlay | undefined): readonly string[] =>
	overlay?.kind === 'confirm' || overlay?.kind === 'confirm-name' ? overlay.confirm.lines : [];

test('says what goes where, that nothing is overwritten, whose it will be, and what stays here', () => {
	const {overlay, lines} = ask();
	expect(overlay).toMatchObject({
		...{kind: 'confirm', sinceMillis: startMillis},
		confirm: {title: 'Copy site into shop/api:/srv?', named: 1},
	});
	expect(lines.slice(1)).toEqual([
		'The engine is unix:///var/run/docker.sock.',
		'/home/ann/site (a folder of 12 files, 3.3 MB) becomes /srv/site there.',
		'Nothing of that name is there, so nothing is overwritten.',
		'It will belong to root, with rwxr-x---; the container runs as app.',
		'Not copied: 3 links, devices or odd names.',
	]);
});

test('a yes copies, and no habit is one', () => {
	const {user, overlay} = ask();
	if (overlay === undefined) throw new Error('nothing is asked');
	user.dispatch({type: 'overlay/opened', overlay});
	user.press('y', 'enter');
	expect(user.asked).toEqual([]);
	user.dispatch({type: 'overlay/opened', overlay});
	user.wait(1000);
	user.press('y');
	expect(user.asked).toEqual(['put /home/ann/site /srv']);
});

const file = {
	...({kind: 'file', files: 1, leftOut: 0, bytes: 40} as const),
	replaced: {kind: 'file', sizeBytes: 2048},
} as const;

test('a file that is there is named with its size, and the yes is one to that', () => {
	const {user, overlay, lines} = ask(file);
	expect(lines).toContain('Overwrites the file of 2.0 KB that is there; it is lost.');
	if (overlay === undefined) throw new Error('nothing is asked');
	user.dispatch({type: 'overlay/opened', overlay});
	user.wait(1000);
	user.press('y');
	expect(user.asked).toEqual(['replace by /home/ann/site /srv']);
});

test('a long walk says so', () => {
	expect(ask({isWhole: false}).lines.join()).toContain('a folder of more than 12 files');
});

test('is asked as the policy wants it, and always where something is lost', () => {
	const never: ActionPolicy = {confirm: {copyIn: 'never'}, protected: []};
	expect(ask({}, never).overlay).toBeUndefined();
	expect(ask(file, never).overlay?.kind).toBe('confirm');
	const guarded: ActionPolicy = {confirm: {copyIn: 'never'}, protected: ['unix://*']};
	expect(ask({}, guarded).overlay).toMatchObject({kind: 'confirm-name', expected: 'shop-api-1'});
	expect(ask({}, guarded).lines).toContain('unix:///var/run/docker.sock is protected.');
});
