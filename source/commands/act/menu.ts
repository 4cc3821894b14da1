import type {MenuId} from '../../store/overlay.ts';
import type {State} from '../../store/state.ts';
import {actionMenu} from './action-menu.ts';
import {copyMenu} from './copy-menu.ts';
import {copyPartMenu, copySecretMenu} from './copy-part-menu.ts';
import type {MenuContent, OpenMenu} from './menu-item.ts';
import {noShellMenu} from './no-shell-menu.ts';
import {portMenu} from './port-menu.ts';
import {signalMenu} from './signal-menu.ts';

/** Each is a file of its own and a line here. */
const menus: Readonly<Record<MenuId, (state: State, menu: OpenMenu) => MenuContent>> = {
	actions: actionMenu,
	signals: signalMenu,
	copy: copyMenu,
	'copy-part': copyPartMenu,
	'copy-secret': copySecretMenu,
	ports: portMenu,
	'no-shell': noShellMenu,
};

export const menuContent = (state: State, menu: OpenMenu): MenuContent =>
	menus[menu.menu](state, menu);
