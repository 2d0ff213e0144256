-- Run once, by the owner, on an empty cluster: the login of API and workers. It owns nothing and is held by row-level security.
\getenv password GUILDHALL_LOGIN_PASSWORD
create role guildhall_app nologin nobypassrls;
create role guildhall_login login password :'password' in role guildhall_app;
