-- One line per photo that lies at a vendor. Uploading is free, so it is written after the upload.
create table photo_upload (
  bought_at   varchar(2000) not null,
  identity    varchar(100) not null,
  way         varchar(20) not null,
  link        text not null,
  request_id  text,
  uploaded_at timestamp(3) with time zone not null,
  expires_at  timestamp(3) with time zone,
  primary key (bought_at, identity, way)
);

-- Which renders were asked for with an uploaded photo.
create table photo_use (
  bought_at  varchar(2000) not null,
  identity   varchar(100) not null,
  way        varchar(20) not null,
  render_key varchar(64) not null,
  primary key (bought_at, identity, way, render_key)
);
