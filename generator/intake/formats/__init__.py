"""intake/formats"""
