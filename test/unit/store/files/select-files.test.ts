import {expect, test} from 'vitest';
import {
	filesContainer,
	selectedFile,
	selectFiles,
} from '../../../../source/store/files/select-files.ts';
import {aContainer, keyOf} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const user = new User({containers: [aContainer('api'), aContainer('db')]});

test('rows are those of the folder, and stay the same objects', () => {
	expect(selectFiles(user.state)).toEqual([]);
	user.dispatch({type: 'files/wanted', key: keyOf('api'), path: '/'});
	const entries = [
		{name: 'a', kind: 'file'},
		{name: 'b', kind: 'file'},
	] as const;
	user.dispatch({type: 'files/listed', wish: 1, listing: {path: '/', entries}});
	expect(selectFiles(user.state)).toBe(selectFiles(user.state));
	expect(selectedFile(user.state)?.name).toBe('a');
	expect(filesContainer(user.state)?.name).toBe('api');
	user.press('down');
	expect(filesContainer(user.state)).toBeUndefined();
});
