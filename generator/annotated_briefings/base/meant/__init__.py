"""What people mean by texts that are not read: dates and times in other spellings, a yes and a no in other words."""
