-- Figures, lines and derivations are written and read whole: kept as the text they are, not taken apart.
alter table calc.value alter column figures type json using figures::json;
alter table calc.score alter column lines type json using lines::json;
alter table calc.earning alter column derivation type json using derivation::json;
