-- Who hears of every customer who becomes one with another, or two: somebody who tells others of it.
create table listeners (
  name {text} not null primary key
){clustered};
