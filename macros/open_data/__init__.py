"""Open data: the files under `/data/` that others build on, made from the models and the records alone."""
