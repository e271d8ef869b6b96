#!/bin/sh
# Uploads the built site to the bucket of deploy/cloudformation.yaml: deploy/upload.sh <name of the stack>
# Needs the AWS CLI, and the right to write to the bucket and to invalidate the distribution.
set -eu
stack=${1:?"Name the stack: deploy/upload.sh tideline"}
cd "$(dirname "$0")/.."
[ -f dist/index.html ] || { echo "There is no built site: run npm run build first." >&2; exit 1; }
# The bucket and the template serve the root of a host.
at=$(sed -n 's|.*<link rel="canonical" href="[a-z]*://[^/"]*\([^"]*\)".*|\1|p' dist/index.html | head -n 1)
[ "$at" = / ] || { echo "dist/ was built for the path $at: build it without BASE, for nginx and Caddy alone serve below a path." >&2; exit 1; }

output() {
  aws cloudformation describe-stacks --stack-name "$stack" --query "Stacks[0].Outputs[?OutputKey=='$1'].OutputValue" --output text
}
bucket=$(output BucketName)
distribution=$(output DistributionId)

# Files whose names change with their content come first, so that no page names one that is not there yet. Those of earlier
# builds stay, for pages that are still open. CloudFront compresses by itself.
for folder in _astro pagefind/fragment pagefind/index; do
  aws s3 sync "dist/$folder" "s3://$bucket/$folder" --exclude '*.gz' --exclude '*.br' \
    --cache-control 'public, max-age=31536000, immutable'
done
aws s3 sync dist/fonts "s3://$bucket/fonts" --cache-control 'public, max-age=2592000'
aws s3 sync dist "s3://$bucket" --delete --cache-control no-cache \
  --exclude '_astro/*' --exclude 'pagefind/fragment/*' --exclude 'pagefind/index/*' --exclude 'fonts/*' \
  --exclude '*.gz' --exclude '*.br' --exclude '.*' --exclude '_headers' --exclude '_redirects' --exclude 'redirects/*'

# The one compressed file that readers fetch by its own name.
aws s3 cp dist/data/v1/services.json.gz "s3://$bucket/data/v1/services.json.gz" --cache-control no-cache --content-type application/gzip

# Types that the ending of the name does not tell.
aws s3 cp dist/changes/feed.xml "s3://$bucket/changes/feed.xml" --cache-control no-cache --content-type 'application/atom+xml; charset=utf-8'
aws s3 cp dist/opensearch.xml "s3://$bucket/opensearch.xml" --cache-control no-cache \
  --content-type 'application/opensearchdescription+xml; charset=utf-8'
aws s3 cp dist "s3://$bucket" --recursive --exclude '*' --include '*.md' --cache-control no-cache \
  --content-type 'text/markdown; charset=utf-8'
aws s3 cp dist "s3://$bucket" --recursive --exclude '*' --include '*.yaml' --cache-control no-cache \
  --content-type 'application/yaml; charset=utf-8'

aws cloudfront create-invalidation --distribution-id "$distribution" --paths '/*'
