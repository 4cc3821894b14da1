/** A column that the user wants to see. */
export interface ColumnChoice {
	/** As in the table of the columns; one that does not exist is passed over. */
	readonly id: string;
	/** Cells, where he has set them. */
	readonly width?: number;
}

/** A line of the chooser: the hidden ones too. */
export interface ColumnRow extends ColumnChoice {
	readonly isShown: boolean;
}
