-- Programs act for accounts, by tokens of theirs (api_token); the one token that could do everything is gone.
drop table administration_token;
