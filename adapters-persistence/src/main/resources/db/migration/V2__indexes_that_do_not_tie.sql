-- While a table has no statistics, the planner takes indexes that share the first two columns of a search for equally good
-- as the unique one on all three, and prefers the younger: the check of a reference by code then reads a whole plan.
drop index action_organisation_id_plan_id_axis_idx;
create index on action (organisation_id, axis, plan_id);
drop index action_organisation_id_plan_id_code_sort_code_idx;
create index on action (organisation_id, code_sort, code, plan_id);
