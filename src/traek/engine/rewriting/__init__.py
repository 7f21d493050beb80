"""Rewrites: made from a rule's templates, tried on the sentence they change, combined, offered.

`offers` makes the suggestions of a finding, `draft` is one rewrite on trial, `judge` lets it pass
or says why not, with `facts` for what must be kept and `wellformed` for how it must read.
`template` fills in what a rule's author wrote, with `phrase` for parts in another form and
`deletion` and `clause` for what is taken out; `needs` says what that asks of the grammar.
"""
