import {expect, test} from 'vitest';
import {aContainer, ofProject, refOf} from '../../../helpers/builders.ts';
import {User} from '../../../helpers/user.ts';

const port = (publicPort: number) =>
	({publicPort, privatePort: 80, protocol: 'tcp', ip: '0.0.0.0'}) as const;

const web = ofProject('shop', 'web', {
	image: 'nginx:1',
	command: 'nginx --token hunter22',
	networks: [{name: 'shop_front', ipAddress: '172.20.0.4'}],
	ports: [port(8080)],
});

const selected = (container = web): User => {
	const user = new User({containers: [container]});
	// Behind its project.
	user.press('G');
	return user;
};

test.each([
	['i', refOf('shop-web-1').id],
	['n', 'shop-web-1'],
	['a', '172.20.0.4'],
	['p', '8080'],
	['w', 'http://127.0.0.1:8080/'],
	['m', 'nginx:1'],
	['c', 'nginx --token ******'],
	['C', 'nginx --token hunter22'],
	['e', 'docker exec -it shop-web-1 sh'],
])('y %s copies %s', (key, text) => {
	const user = selected();
	user.press('y', key);
	expect(user.asked).toHaveLength(1);
	expect(user.asked[0]?.endsWith(`: ${text}`)).toBe(true);
	expect(user.state.frame.overlays).toEqual([]);
});

test('y v goes to the variables, of which the tab copies one', () => {
	const user = selected();
	user.press('y', 'v');
	expect(user.state.frame).toMatchObject({view: 'dashboard', tab: 'env', focus: 'logs'});
});

test('what it has not is not copied, and said', () => {
	const user = selected(aContainer('api'));
	user.press('y', 'a');
	expect(user.asked).toEqual([]);
	expect(user.messages.at(-1)).toContain('it has none');
});

test('w opens the only port, and asks which of several', () => {
	const user = selected();
	user.press('w');
	expect(user.asked).toEqual(['open http://127.0.0.1:8080/']);
	const several = selected({...web, ports: [port(8080), port(8081)]});
	several.press('w', '2');
	expect(several.asked).toEqual(['open http://127.0.0.1:8081/']);
	const none = selected(aContainer('api'));
	none.press('w');
	expect(none.messages.at(-1)).toContain('it has no published port');
});
