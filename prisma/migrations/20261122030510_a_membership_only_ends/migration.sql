-- Of a membership that was given only its end is ever changed: whose it is, where, and as what, is given anew.
REVOKE UPDATE ON membership FROM common_ground_app;
GRANT UPDATE (ends_on) ON membership TO common_ground_app;
