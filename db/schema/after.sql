insert into shop_clock (id, offset_seconds) values (1, 0);--> statement-breakpoint
insert into role_limits (role, max_discount_percent, min_margin_percent) values ('rep', 15, 20), ('manager', null, null), ('admin', null, null);
