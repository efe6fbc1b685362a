"""What a site tells its editors: status, external links, the e-mail digest."""
