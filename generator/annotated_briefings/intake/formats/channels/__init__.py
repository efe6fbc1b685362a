"""Channels of messengers: public streams of posts, each an article; the chats of people are not read."""
