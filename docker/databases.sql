-- Runs once, when the volume is new: a database and a role for each application that stores something.
\getenv auth_password QUARTET_AUTH_DB_PASSWORD
\getenv api_password QUARTET_API_DB_PASSWORD
\getenv app_password QUARTET_APP_DB_PASSWORD
CREATE ROLE auth LOGIN PASSWORD :'auth_password';
CREATE ROLE api LOGIN PASSWORD :'api_password';
CREATE ROLE app LOGIN PASSWORD :'app_password';
CREATE DATABASE auth OWNER auth;
CREATE DATABASE api OWNER api;
CREATE DATABASE app OWNER app;
REVOKE ALL ON DATABASE auth, api, app, postgres FROM PUBLIC;
