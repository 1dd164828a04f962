/** The files that lie at the lab's prompt: what the old machines were, and three manifests that somebody has begun. */

const machines = `Old site, as it ran until last week
machine        program      asks for         data
lvs            LVS          squid1..3:3128   none
squid1..3      Squid        apache:80        its cache, may be lost
apache1..3     Apache       mysql:3306       none
mysql1         MySQL        -                rows, copied to claim data-mysql-0

started by hand: mysql1, apache1..3, squid1..3, lvs
stopped by hand: the other way round

names by which the site is found now:
visitors       squid:80, from outside
Squid          apache:80
Apache         mysql:3306

images and what they run now:
squid:6.10     /app serve 3128
httpd:2.4      /app serve 80
mysql:8.4      /app serve 3306 /var/lib/mysql/rows
who wants to know whether the rows are there: /app test /var/lib/mysql/rows
who wants to know whether MySQL answers:      nc -z mysql 3306
`;

const apache = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: apache
spec:
  replicas: 1
  selector:
    matchLabels:
      app: apache
  template:
    metadata:
      labels:
        app: apache
    spec:
      containers:
        - name: apache
          image: httpd:2.4
          command: [/app, serve, '80']
          readinessProbe:
            exec:
              command: [nc, -z, mysql, '3306']
            periodSeconds: 2
---
apiVersion: v1
kind: Service
metadata:
  name: apache
spec:
  selector:
    app: apache
  ports:
    - port: 80
`;

const squid = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: squid
spec:
  replicas: 1
  selector:
    matchLabels:
      app: squid
  template:
    metadata:
      labels:
        app: squid
    spec:
      containers:
        - name: squid
          image: squid:6.10
          command: [/app, serve, '3128']
          readinessProbe:
            tcpSocket:
              port: 3128
`;

const mysql = `apiVersion: v1
kind: Pod
metadata:
  name: mysql
  labels:
    app: mysql
spec:
  containers:
    - name: mysql
      image: mysql:8.4
      command: [/app, serve, '3306', /var/lib/mysql/rows]
      volumeMounts:
        - name: data
          mountPath: /var/lib/mysql
  volumes:
    - name: data
      emptyDir: {}
`;

export const files = {
  'machines.txt': machines,
  'apache.yaml': apache,
  'squid.yaml': squid,
  'mysql.yaml': mysql,
};
