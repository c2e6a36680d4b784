-- What an owner may touch of their token is decided by its policies alone: its end, and the day it was last used.
GRANT UPDATE (last_used_on) ON api_token TO common_ground_app;
