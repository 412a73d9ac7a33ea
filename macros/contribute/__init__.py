"""Help for contributors, made from the models: schemas, templates, forms, field reference, differences."""
